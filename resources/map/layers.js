'use strict';
// What is known of the requests, as layers: districts, heat, hot spots, clusters, single requests, incidents,
// the one in sight, the lasso; and a patroller's round.

const Layers = (() => {
    const is = what => ['==', ['get', 'is'], what];
    const sources = ['districts', 'hot', 'points', 'selected', 'lasso', 'round', 'incidents'];

    // Below the streets, which stay to be seen; nothing at all where there is no cut, because a clear colour costs as much as any.
    function ground() {
        return [{id: 'district', type: 'fill', source: 'districts', filter: ['all', ['==', ['geometry-type'], 'Polygon'], ['has', 'fill']],
            paint: {'fill-color': ['get', 'fill'], 'fill-opacity': 0.88, 'fill-antialias': false}}];
    }

    function under(colors) {
        return [
            {id: 'district-edge', type: 'line', source: 'districts', filter: ['==', ['geometry-type'], 'Polygon'],
                paint: {'line-color': ['case', ['get', 'chosen'], colors.accent, colors.district],
                    'line-width': ['case', ['get', 'chosen'], 3.5, 1], 'line-dasharray': [3, 2]}},
            {id: 'district-circle', type: 'circle', source: 'districts', filter: is('circle'),
                paint: {'circle-color': ['coalesce', ['get', 'fill'], colors.ground], 'circle-opacity': 0.8,
                    'circle-radius': ['get', 'radius'], 'circle-stroke-color': colors.district,
                    'circle-stroke-width': ['case', ['get', 'chosen'], 3, 1]}}
        ];
    }

    function over(colors) {
        const text = {'text-font': Base.fonts, 'text-allow-overlap': true, 'text-ignore-placement': true};
        return [
            {id: 'hot', type: 'fill', source: 'hot', paint: {'fill-color': colors.hot, 'fill-opacity': 0.35}},
            {id: 'hot-edge', type: 'line', source: 'hot', paint: {'line-color': colors.hot, 'line-width': 2}},
            {id: 'cluster', type: 'circle', source: 'points', filter: is('cluster'),
                paint: {'circle-color': ['get', 'color'], 'circle-radius': ['get', 'radius'], 'circle-stroke-color': colors.halo,
                    'circle-stroke-width': 2, 'circle-opacity': 0.94}},
            {id: 'cluster-count', type: 'symbol', source: 'points', filter: is('cluster'),
                layout: {...text, 'text-field': ['get', 'label'], 'text-size': ['get', 'size']},
                paint: {'text-color': ['get', 'ink']}},
            {id: 'point', type: 'symbol', source: 'points', filter: is('point'),
                layout: {'icon-image': ['get', 'symbol'], 'icon-allow-overlap': true, 'icon-ignore-placement': true}},
            {id: 'incident', type: 'circle', source: 'incidents', minzoom: 13, layout: {'circle-sort-key': ['get', 'order']},
                paint: {'circle-radius': ['get', 'radius'], 'circle-color': colors.halo, 'circle-opacity': 0.9,
                    'circle-stroke-color': colors.hot, 'circle-stroke-width': ['case', ['get', 'gathered'], 5, 2]}},
            {id: 'incident-count', type: 'symbol', source: 'incidents', minzoom: 13,
                layout: {...text, 'text-field': ['get', 'count'], 'text-size': 13, 'symbol-sort-key': ['get', 'order']},
                paint: {'text-color': colors.text}},
            {id: 'district-name', type: 'symbol', source: 'districts', filter: is('name'),
                layout: {'text-font': Base.fonts, 'text-field': ['get', 'label'], 'text-size': 12, 'text-max-width': 10,
                    'text-allow-overlap': false, 'text-optional': true},
                paint: {'text-color': colors.text, 'text-halo-color': colors.halo, 'text-halo-width': 1.8}},
            {id: 'selected', type: 'circle', source: 'selected',
                paint: {'circle-radius': 15, 'circle-color': 'rgba(0,0,0,0)', 'circle-stroke-width': 3,
                    'circle-stroke-color': colors.accent}},
            {id: 'lasso-fill', type: 'fill', source: 'lasso', paint: {'fill-color': colors.accent, 'fill-opacity': 0.12}},
            {id: 'lasso', type: 'line', source: 'lasso',
                paint: {'line-color': colors.accent, 'line-width': 2, 'line-dasharray': [2, 1]}},
            {id: 'round-line', type: 'line', source: 'round', filter: is('way'), layout: {'line-join': 'round', 'line-cap': 'round'},
                paint: {'line-color': colors.accent, 'line-width': 4, 'line-opacity': 0.75}},
            {id: 'round-start', type: 'circle', source: 'round', filter: is('start'),
                paint: {'circle-radius': 7, 'circle-color': colors.halo, 'circle-stroke-width': 4, 'circle-stroke-color': colors.accent}},
            {id: 'round-stop', type: 'circle', source: 'round', filter: is('stop'),
                layout: {'circle-sort-key': ['get', 'order']},
                paint: {'circle-radius': ['case', ['get', 'current'], 17, 13], 'circle-stroke-width': ['case', ['get', 'current'], 4, 2],
                    'circle-color': ['case', ['get', 'current'], colors.halo, colors.accent],
                    'circle-stroke-color': ['case', ['get', 'current'], colors.accent, colors.halo]}},
            {id: 'round-number', type: 'symbol', source: 'round', filter: is('stop'),
                layout: {...text, 'text-field': ['get', 'label'], 'text-size': 13, 'symbol-sort-key': ['get', 'order']},
                paint: {'text-color': ['case', ['get', 'current'], colors.accent, colors.halo]}}
        ];
    }

    // Of those that are often empty: what they must have to be drawn.
    const wanted = {district: feature => 'fill' in feature.properties, hot: () => true, 'hot-edge': () => true,
        incident: () => true, 'incident-count': () => true, selected: () => true,
        'lasso-fill': () => true, lasso: () => true, 'round-line': () => true, 'round-start': () => true, 'round-stop': () => true,
        'round-number': () => true, 'district-circle': feature => feature.properties.is === 'circle',
        'district-name': feature => feature.properties.is === 'name'};
    const needs = layer => wanted[layer.id];
    const isNeeded = (layer, data) => Boolean(data) && data.features.some(wanted[layer.id]);

    return {sources, ground, under, over, needs, isNeeded};
})();
