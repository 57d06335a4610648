'use strict';
// The page of the map. It draws what the program sends and tells what the agent does; it decides nothing and fetches nothing from elsewhere.
// Texts of people are set as text, never as markup.

(() => {
    let bridge = null, map = null, popup = null;
    let setup = null, colors = null, base = null, heat = null;
    const symbols = new Map();     // name → picture
    let ready = Promise.resolve(); // symbols and ground that what comes later stands on
    let laidBase = null;           // ground of the style as it was last laid
    const data = new Map();        // source → GeoJSON
    let awaited = null;            // generation of points to report once drawn
    let lasso = null;              // ring being drawn
    let isPicking = false;         // a click takes a place

    const tell = (message, body = {}) => bridge.tell(message, body);
    const source = name => map && map.getSource(name);

    function style() {
        const sources = {...Ground.sources(base)};
        for (const [name, features] of [['base', base && base.features], ['buildings', base && base.buildings]])
            sources[name] = {type: 'geojson', data: features || Base.empty, maxzoom: 15, tolerance: 0.2};
        for (const name of Layers.sources)
            sources[name] = {type: 'geojson', data: data.get(name) || Base.empty, buffer: 64, maxzoom: name === 'points' ? 16 : 14};
        const layers = [...Base.layers(colors, Ground.layers(base, colors), Layers.ground()), ...Layers.under(colors)];
        if (heat) {
            sources.heat = {type: 'image', url: heat.picture, coordinates: heat.corners};
            layers.push({id: 'heat', type: 'raster', source: 'heat', paint: {'raster-fade-duration': 0, 'raster-opacity': 0.8}});
        }
        layers.push(...Ground.labels(base, colors, Base.fonts), ...Base.labels(colors), ...Layers.over(colors));
        for (const layer of layers) {
            if (Layers.needs(layer) && !Layers.isNeeded(layer, data.get(layer.source)))
                layer.layout = {...layer.layout, visibility: 'none'};
        }
        laidBase = base;
        return {version: 8, sources, layers, transition: {duration: 0, delay: 0}};
    }

    // A layer without anything costs as much as a full one: its source clips the whole picture tile by tile.
    function showNeeded(name) {
        for (const id of map.getLayersOrder()) {
            const layer = map.getLayer(id);
            if (layer.source !== name || !Layers.needs(layer))
                continue;
            const visibility = Layers.isNeeded(layer, data.get(name)) ? 'visible' : 'none';
            if (map.getLayoutProperty(id, 'visibility') !== visibility)
                map.setLayoutProperty(id, 'visibility', visibility);
        }
    }

    function restyle() {
        if (map && colors)
            map.setStyle(style(), {diff: true});
    }

    async function takeSymbols(body) {
        const loaded = await Promise.all(Object.entries(body.pictures).map(async ([name, url]) => {
            const image = new Image();
            image.src = url;
            await image.decode();
            return [name, image];
        }));
        setup.ratio = body.ratio;
        for (const [name, image] of loaded) {
            symbols.set(name, image);
            if (map && map.hasImage(name))
                map.updateImage(name, image);
            else if (map)
                map.addImage(name, image, {pixelRatio: body.ratio});
        }
    }

    // A drawn ground is large: it comes as a file, which the worker reads.
    async function takeBase(body) {
        const next = {...body};
        if (body.drawn)
            next.features = URL.createObjectURL(await fetched(body.drawn));
        const before = base || {};
        base = next;
        restyle();
        for (const old of [before.features, before.buildings].filter(url => url))
            URL.revokeObjectURL(old);
        if (map)
            bringBuildings();
    }

    // They are most of the ground and seen from near only: nobody waits for them.
    async function bringBuildings() {
        const of = base;
        if (!of || !of.drawn || of.isBringing)
            return;
        of.isBringing = true;
        let url;
        try {
            url = URL.createObjectURL(await fetched(of.drawn + '/buildings'));
        } catch (error) {
            of.isBringing = false;
            map.once('idle', bringBuildings); // after the next picture
            return tell('failed', {why: String(error)});
        }
        if (of !== base)
            return URL.revokeObjectURL(url);
        of.buildings = url;
        if (source('buildings'))
            source('buildings').setData(url);
    }

    function fetched(url) {
        return new Promise((resolve, reject) => {
            const way = new XMLHttpRequest();
            way.open('GET', url);
            way.responseType = 'blob';
            way.onload = () => resolve(way.response);
            way.onerror = () => reject(new Error('the ground did not come'));
            way.send();
        });
    }

    // Everything that a theme needs, at once: the style is laid only when its pictures are there.
    async function takeTheme(body) {
        for (const [name, value] of Object.entries(body.css))
            document.documentElement.style.setProperty('--' + name, value);
        await takeSymbols(body.symbols);
        colors = body.colors;
        if (!map)
            make();
        else
            restyle();
        tell('themed', {isDark: colors.isDark});
    }

    function make() {
        const canvas = document.createElement('canvas');
        if (!canvas.getContext('webgl2') && !canvas.getContext('webgl'))
            return tell('nowebgl');
        maplibregl.setWorkerUrl('parvis://map/maplibre-gl-csp-worker.js');
        try {
            map = new maplibregl.Map({
                container: 'map', style: style(), bounds: setup.bounds, fitBoundsOptions: {padding: 24, maxZoom: 17}, minZoom: 3, maxZoom: 19,
                dragRotate: false, pitchWithRotate: false, touchPitch: false, rollEnabled: false, attributionControl: false,
                fadeDuration: 0, refreshExpiredTiles: false, validateStyle: false, cancelPendingTileRequestsWhileZooming: true,
                canvasContextAttributes: {antialias: false, powerPreference: 'low-power', failIfMajorPerformanceCaveat: false},
                locale: {'Map.Title': setup.words.map, 'NavigationControl.ZoomIn': setup.words.zoomIn,
                    'NavigationControl.ZoomOut': setup.words.zoomOut, 'Popup.Close': setup.words.close}
            });
        } catch (error) {
            return tell('nowebgl', {why: String(error && error.message || error)});
        }
        window.parvisMap = map; // tests look through it
        fitted = {bounds: setup.bounds};
        map.touchZoomRotate.disableRotation();
        map.keyboard.disableRotation();
        for (const [name, image] of symbols)
            map.addImage(name, image, {pixelRatio: setup.ratio});
        map.addControl(new maplibregl.ScaleControl({maxWidth: 120}), 'bottom-right');
        map.addControl(new maplibregl.AttributionControl({compact: false}), 'bottom-right');
        // What came while the style was being laid.
        map.on('style.load', () => {
            for (const [name, features] of data)
                setData(name, features);
        });
        Sharpness.watch(map);
        // The map's own watch misses what happens while it is being made. What was to be seen whole is, in whatever size.
        new ResizeObserver(() => {
            map.resize();
            if (fitted)
                fit(fitted);
        }).observe(map.getContainer());
        map.on('movestart', event => {
            if (event.originalEvent)
                fitted = null;
        });
        map.on('load', () => {
            if (base !== laidBase)
                restyle();
            map.once('idle', bringBuildings);
            tell('loaded');
        });
        map.on('move', tellMove);
        map.on('moveend', () => tellMove(true));
        // Not at "idle": tiles that hang must not keep us from saying that the requests are there.
        map.on('render', () => {
            if (awaited === null || !['points', 'base'].every(name => map.isSourceLoaded(name)))
                return;
            const generation = awaited;
            awaited = null;
            tell('drawn', {generation});
        });
        map.on('error', event => {
            if (event && event.sourceId === 'tiles')
                tilesFailed = true;
            else
                tell('failed', {why: String(event && event.error && event.error.message || '')});
        });
        map.on('sourcedata', event => {
            if (event.sourceId === 'tiles' && event.tile)
                tilesFailed = false;
        });
        watchTiles();
        map.on('webglcontextlost', () => tell('nowebgl', {why: 'context lost'}));
        map.on('click', clicked);
        map.on('mousemove', event => {
            if (!lasso)
                map.getCanvas().style.cursor = isPicking ? 'crosshair' : found(event.point).length ? 'pointer' : '';
        });
        listenForLasso();
        tellMove(true);
    }

    // Told when tiles have been missing for some seconds, and when they come after all.
    let tilesFailed = false;
    function watchTiles() {
        let missing = 0, isLate = false;
        setInterval(() => {
            if (!source('tiles')) {
                missing = 0;
                if (isLate)
                    tell('tilescame');
                isLate = tilesFailed = false;
                return;
            }
            const isThere = map.isSourceLoaded('tiles') && !tilesFailed;
            missing = isThere ? 0 : missing + 1;
            if (missing >= setup.patience && !isLate)
                tell('tileslate');
            else if (isThere && isLate)
                tell('tilescame');
            isLate = isThere ? false : isLate || missing >= setup.patience;
        }, 1000);
    }

    // What is to be seen whole, until somebody looks at a part.
    let fitted = null;
    function fit(body) {
        map.fitBounds(body.bounds, {padding: body.padding || 24, maxZoom: body.maxZoom || 17, duration: body.duration || 0});
    }

    let lastTold = 0;
    function tellMove(isEnd) {
        const now = performance.now();
        if (isEnd !== true && now - lastTold < 120)
            return;
        lastTold = now;
        const bounds = map.getBounds(), size = map.getContainer();
        tell('moved', {west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth(),
            zoom: map.getZoom(), width: size.clientWidth, height: size.clientHeight, isEnd: isEnd === true});
    }

    const tellPlace = at => tell('place', {lon: at.lng, lat: at.lat});
    const box = (point, by) => [[point.x - by, point.y - by], [point.x + by, point.y + by]];
    function found(point) {
        const layers = ['incident', 'point', 'cluster'].filter(id => map.getLayer(id));
        return map.queryRenderedFeatures(box(point, 4), {layers});
    }

    function clicked(event) {
        if (lasso)
            return;
        if (isPicking)
            return tellPlace(event.lngLat);
        const stop = map.queryRenderedFeatures(box(event.point, 4), {layers: ['round-stop']})[0];
        if (stop)
            return tell('picked', {what: 'stop', index: stop.properties.index});
        const hit = found(event.point)[0];
        if (hit)
            return tell('picked', {what: hit.properties.is, index: hit.properties.index, generation: hit.properties.generation});
        const layers = ['district', 'district-circle'].filter(id => map.getLayer(id));
        const district = map.queryRenderedFeatures(event.point, {layers})[0];
        tell('picked', district ? {what: 'district', id: district.properties.id} : {what: 'nothing'});
    }

    // Drawn with the pointer, from press to release, with every move: while the page is busy the engine joins moves into one.
    function listenForLasso() {
        const surface = map.getCanvasContainer();
        const at = event => {
            const {left, top} = surface.getBoundingClientRect();
            const place = map.unproject([event.clientX - left, event.clientY - top]);
            return [place.lng, place.lat];
        };
        surface.addEventListener('pointerdown', event => {
            if (!lasso || !event.isPrimary || event.button !== 0)
                return;
            lasso = [at(event)];
            surface.setPointerCapture(event.pointerId);
        });
        surface.addEventListener('pointermove', event => {
            if (!lasso || !lasso.length || !event.isPrimary)
                return;
            const moves = event.getCoalescedEvents();
            lasso.push(...(moves.length ? moves : [event]).map(at));
            const line = {type: 'Feature', properties: {}, geometry: {type: 'LineString', coordinates: lasso}};
            setData('lasso', {type: 'FeatureCollection', features: [line]});
        });
        surface.addEventListener('pointerup', event => {
            if (!lasso || !lasso.length || !event.isPrimary)
                return;
            const ring = [...lasso];
            setTimeout(() => { // after the click that ends it, which picks nothing
                setLasso(false);
                tell('lasso', {ring});
            });
        });
        surface.addEventListener('pointercancel', () => {
            if (!lasso)
                return;
            lasso = [];
            setData('lasso', Base.empty);
        });
    }

    function setData(name, features) {
        data.set(name, features);
        if (!source(name))
            return;
        source(name).setData(features);
        showNeeded(name);
    }

    function setLasso(isOn) {
        lasso = isOn ? [] : null;
        map.getContainer().classList.toggle('lasso', isOn);
        map.dragPan[isOn ? 'disable' : 'enable']();
        map.boxZoom[isOn ? 'disable' : 'enable']();
    }

    function showPopup(body) {
        if (popup)
            popup.remove();
        popup = null;
        if (!body.title)
            return;
        const content = document.createElement('div');
        const line = (name, text) => {
            const element = document.createElement('div');
            element.className = name;
            element.textContent = text;
            content.append(element);
        };
        line('popup-title', body.title);
        for (const text of body.lines)
            line('popup-line', text);
        popup = new maplibregl.Popup({closeButton: false, closeOnClick: false, maxWidth: '320px', offset: 18, focusAfterOpen: false})
            .setLngLat([body.lon, body.lat]).setDOMContent(content).addTo(map);
    }

    const heard = {
        setup(body) { setup = body; },
        theme: takeTheme,
        symbols: takeSymbols,
        base: takeBase,
        data(body) {
            for (const [name, features] of Object.entries(body.sources)) {
                setData(name, features);
            }
            if (body.generation !== undefined)
                awaited = body.generation;
        },
        heat(body) {
            const next = body.picture ? body : null;
            if (next && heat && source('heat'))
                source('heat').updateImage({url: next.picture, coordinates: next.corners});
            const isOther = Boolean(next) !== Boolean(heat);
            heat = next;
            if (isOther)
                restyle();
        },
        popup(body) { if (map) showPopup(body); },
        go(body) {
            if (!map) return;
            fitted = body.bounds ? body : null;
            if (body.bounds)
                fit(body);
            else
                map.easeTo({center: body.center || map.getCenter(), zoom: body.zoom || map.getZoom(), duration: body.duration || 0});
        },
        step(body) {
            if (!map) return;
            fitted = null;
            if (body.zoom)
                map.easeTo({zoom: map.getZoom() + body.zoom, duration: 0});
            else
                map.panBy([body.x, body.y], {duration: 0});
        },
        lasso(body) { if (map) setLasso(body.isOn); },
        pick(body) {
            isPicking = body.isOn;
            document.getElementById('cross').hidden = !isPicking;
        },
        place() { if (map) tellPlace(map.getCenter()); },
        measure(body) { Frames.measure(map, body.milliseconds, frames => tell('measured', {frames})); }
    };

    const drawn = new Set(['theme', 'symbols', 'base', 'data', 'heat']);

    window.addEventListener('DOMContentLoaded', () => {
        new QWebChannel(qt.webChannelTransport, channel => {
            bridge = channel.objects.bridge;
            bridge.told.connect((message, body) => {
                // What is drawn comes in its order, for some of it waits for a picture or a file; what the agent does waits for nothing.
                if (drawn.has(message))
                    ready = ready.then(() => heard[message](body)).catch(error => tell('failed', {why: String(error)}));
                else if (heard[message])
                    heard[message](body);
            });
            tell('listening');
        });
    });
})();
