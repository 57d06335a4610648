'use strict';
// What lies under the requests: a drawn town, tiles of a configured source, or a plain ground. Colours come with each theme.

const Base = (() => {
    const fonts = ['DejaVu Sans', 'Noto Sans'];
    const empty = {type: 'FeatureCollection', features: []};
    const is = what => ['==', ['get', 'is'], what];
    const byZoom = (...stops) => ['interpolate', ['exponential', 1.6], ['zoom'], ...stops];

    // What is "between" lies on the ground and below the streets.
    function layers(colors, tiles, between) {
        const ground = [{id: 'ground', type: 'background', paint: {'background-color': colors.ground}}, ...tiles];
        const street = {'line-cap': 'round', 'line-join': 'round'};
        return ground.concat([
            {id: 'town', type: 'fill', source: 'base', filter: is('town'), paint: {'fill-color': colors.town, 'fill-antialias': false}},
            {id: 'park', type: 'fill', source: 'base', filter: is('park'), paint: {'fill-color': colors.park, 'fill-antialias': false}},
            {id: 'water', type: 'fill', source: 'base', filter: is('water'), paint: {'fill-color': colors.water, 'fill-antialias': false}},
            ...between,
            {id: 'lane', type: 'line', source: 'base', filter: is('lane'), minzoom: 13, layout: street,
                paint: {'line-color': colors.street, 'line-width': byZoom(13, 0.6, 18, 9)}},
            {id: 'street-edge', type: 'line', source: 'base', filter: is('street'), minzoom: 12, layout: street,
                paint: {'line-color': colors.edge, 'line-width': byZoom(12, 2.2, 18, 17)}},
            {id: 'road-edge', type: 'line', source: 'base', filter: is('road'), layout: street,
                paint: {'line-color': colors.edge, 'line-width': byZoom(11, 2.6, 18, 27)}},
            {id: 'street', type: 'line', source: 'base', filter: is('street'), layout: street,
                paint: {'line-color': colors.street, 'line-width': byZoom(12, 1.3, 18, 14)}},
            {id: 'road', type: 'line', source: 'base', filter: is('road'), layout: street,
                paint: {'line-color': colors.road, 'line-width': byZoom(11, 1.6, 18, 23)}},
            {id: 'building', type: 'fill', source: 'buildings', minzoom: 14.2,
                paint: {'fill-color': colors.building, 'fill-outline-color': colors.edge}}
        ]);
    }

    // Above the cut by district, below the requests.
    function labels(colors) {
        const halo = {'text-halo-color': colors.halo, 'text-halo-width': 1.4};
        return [
            {id: 'water-name', type: 'symbol', source: 'base', filter: is('waterName'), minzoom: 12.5,
                layout: {'symbol-placement': 'line', 'text-field': ['get', 'name'], 'text-font': fonts, 'text-size': 12,
                    'text-letter-spacing': 0.2},
                paint: {'text-color': colors.waterText, ...halo}},
            {id: 'street-name', type: 'symbol', source: 'base', filter: ['any', is('street'), is('road')], minzoom: 15,
                layout: {'symbol-placement': 'line', 'text-field': ['get', 'name'], 'text-font': fonts, 'text-size': 11},
                paint: {'text-color': colors.muted, ...halo}},
            {id: 'place-name', type: 'symbol', source: 'base', filter: is('place'), minzoom: 14.5,
                layout: {'text-field': ['get', 'name'], 'text-font': fonts, 'text-size': 11, 'text-max-width': 9},
                paint: {'text-color': colors.placeText, ...halo}}
        ];
    }

    return {empty, fonts, layers, labels};
})();
