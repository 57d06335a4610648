'use strict';
// How fast the map is drawn on this machine, for parvis-bench: over the town as a hand drags and a wheel turns, frame by frame.

const Frames = (() => {
    function measure(map, milliseconds, done) {
        const frames = [], start = performance.now(), home = {center: map.getCenter(), zoom: map.getZoom()};
        let last = start, isOver = false;
        const ways = [{x: 260, y: 0, zoom: 0}, {x: 0, y: 160, zoom: 0.8}, {x: -260, y: 0, zoom: 0}, {x: 0, y: -160, zoom: 0.9},
            {x: 120, y: 80, zoom: -0.9}, {x: -120, y: -80, zoom: -0.8}];
        const go = index => {
            if (index === ways.length) {
                isOver = true;
                map.jumpTo(home);
                return done(frames.slice(2));
            }
            const way = ways[index], size = map.getContainer();
            map.once('moveend', () => go(index + 1));
            map.easeTo({center: map.unproject([size.clientWidth / 2 + way.x, size.clientHeight / 2 + way.y]),
                zoom: map.getZoom() + way.zoom, duration: milliseconds / ways.length, easing: t => t, essential: true});
        };
        const step = now => {
            frames.push(now - last);
            last = now;
            if (!isOver)
                requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
        go(0);
    }
    return {measure};
})();
