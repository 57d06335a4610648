'use strict';
// Without a graphics card every pixel costs: while the map moves it is drawn from a quarter of them, and sharp again once it rests.

const Sharpness = (() => {
    const moving = 0.5, restMs = 160;

    function isDrawnBySoftware(map) {
        const gl = map.getCanvas().getContext('webgl2') || map.getCanvas().getContext('webgl');
        const info = gl && gl.getExtension('WEBGL_debug_renderer_info');
        return Boolean(info) && /llvmpipe|softpipe|swiftshader|software/i.test(gl.getParameter(info.UNMASKED_RENDERER_WEBGL));
    }

    // setPixelRatio() would end the very movement that it is for; this is the part of it that tells nobody. (The library's version is
    // pinned in package.json.)
    function setRatio(map, ratio) {
        if (map._overridePixelRatio === ratio)
            return;
        map._overridePixelRatio = ratio; // null: that of the screen
        map._resizeInternal(false);
        map.triggerRepaint();
    }

    function watch(map) {
        if (typeof map._resizeInternal !== 'function' || !isDrawnBySoftware(map))
            return;
        let rest = null, moves = 0;
        map._overridePixelRatio = null;
        map.on('movestart', () => {
            moves = 0;
            clearTimeout(rest);
        });
        map.on('move', () => {
            if (++moves > 1) // a jump is one picture
                setRatio(map, moving * devicePixelRatio);
        });
        map.on('moveend', () => { rest = setTimeout(() => setRatio(map, null), restMs); });
    }

    return {watch};
})();
