'use strict';
// The tiles under the requests. The program gives them: it reads an archive or asks a server, so that the page itself never reaches a
// network. They come by XMLHttpRequest, for fetch() does not know the program's own scheme.

const Ground = (() => {
    function load(request, abort) {
        return new Promise((resolve, reject) => {
            const way = new XMLHttpRequest();
            way.open('GET', request.url.replace('ground://', 'parvis://map/tiles/'));
            way.responseType = 'arraybuffer';
            way.onload = () => {
                if (way.response && way.response.byteLength)
                    return resolve({data: way.response});
                const missing = new Error('no tile there');
                missing.status = 404;
                reject(missing);
            };
            way.onerror = () => reject(new Error('the tile did not come'));
            abort.signal.addEventListener('abort', () => {
                way.abort();
                reject(new DOMException('aborted', 'AbortError'));
            });
            way.send();
        });
    }
    maplibregl.addProtocol('ground', load);

    const has = base => Boolean(base && base.tiles);

    function sources(base) {
        if (!has(base))
            return {};
        const common = {tiles: [base.tiles], minzoom: base.minzoom, maxzoom: base.maxzoom, attribution: base.attribution || ''};
        return {tiles: base.isVector ? {type: 'vector', ...common} : {type: 'raster', tileSize: 256, ...common}};
    }

    // By the names that the usual makers of vector tiles give their layers (OpenMapTiles, Protomaps, Shortbread, the IGN's plan).
    const kinds = [
        [/^(earth|land|landcover|landuse|park|parks|sites|oro_|ocs|.*veget.*)/i, 'area'],
        [/^(water|ocean|.*hydro.*)/i, 'water'],
        [/^(building|buildings|bati.*)/i, 'building'],
        [/(label|name|place|poi|toponym)/i, 'name'],
        [/^(transportation|road|roads|street|streets|routier.*|ferre.*|waterway.*|boundar.*|aero.*|addresses|streets_polygons.*)/i, 'line']
    ];
    function kindOf(layer) {
        const found = kinds.find(([name]) => name.test(layer));
        return found ? found[1] : 'line';
    }
    const isArea = ['==', ['geometry-type'], 'Polygon'];
    const isLine = ['==', ['geometry-type'], 'LineString'];
    const width = ['interpolate', ['exponential', 1.6], ['zoom'], 8, 0.4, 12, 1, 18, 9];

    function vectorLayers(base, colors) {
        const made = [];
        const layer = (name, suffix, more) => ({id: 'tiles-' + name + suffix, source: 'tiles', 'source-layer': name, ...more});
        const named = kind => base.layers.filter(name => kindOf(name) === kind);
        for (const name of named('area'))
            made.push(layer(name, '', {type: 'fill', filter: isArea, paint: {'fill-color': colors.park, 'fill-opacity': 0.5}}));
        for (const name of named('water')) {
            made.push(layer(name, '', {type: 'fill', filter: isArea, paint: {'fill-color': colors.water}}));
            made.push(layer(name, '-line', {type: 'line', filter: isLine, paint: {'line-color': colors.water, 'line-width': width}}));
        }
        for (const name of named('line')) {
            made.push(layer(name, '', {type: 'line', filter: isLine, layout: {'line-cap': 'round', 'line-join': 'round'},
                paint: {'line-color': colors.street, 'line-width': width}}));
        }
        for (const name of named('building')) {
            made.push(layer(name, '', {type: 'fill', minzoom: 13, filter: isArea,
                paint: {'fill-color': colors.building, 'fill-outline-color': colors.edge}}));
        }
        return made;
    }

    function layers(base, colors) {
        if (!has(base))
            return [];
        if (base.isVector)
            return vectorLayers(base, colors);
        return [{id: 'tiles', type: 'raster', source: 'tiles', paint: {'raster-opacity': colors.isDark ? 0.55 : 0.9,
            'raster-brightness-max': colors.isDark ? 0.6 : 1, 'raster-saturation': -0.4, 'raster-fade-duration': 0}}];
    }

    function labels(base, colors, fonts) {
        if (!has(base) || !base.isVector)
            return [];
        const text = ['coalesce', ['get', 'name:fr'], ['get', 'name'], ['get', 'texte'], ''];
        return base.layers.filter(name => kindOf(name) === 'name').map(name => ({id: 'tiles-' + name, type: 'symbol', source: 'tiles',
            'source-layer': name, layout: {'text-field': text, 'text-font': fonts, 'text-size': 11, 'text-max-width': 9,
                'symbol-placement': 'point'},
            paint: {'text-color': colors.muted, 'text-halo-color': colors.halo, 'text-halo-width': 1.4}}));
    }

    return {sources, layers, labels};
})();
