// A QR code as an SVG drawing. The library is large, so it is loaded only when there is something to show.

const SVG = 'http://www.w3.org/2000/svg';
const QUIET = 2;

/** @param link what a phone opens */
export async function qr(link) {
    const { default: qrcode } = await import('./qrcode.js');
    const code = qrcode(0, 'M');
    code.addData(link);
    code.make();
    const size = code.getModuleCount();
    let path = '';
    for (let row = 0; row < size; row++)
        for (let column = 0; column < size; column++)
            if (code.isDark(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', `0 0 ${size + 2 * QUIET} ${size + 2 * QUIET}`);
    svg.setAttribute('aria-hidden', 'true');
    const drawing = document.createElementNS(SVG, 'path');
    drawing.setAttribute('d', path);
    drawing.setAttribute('fill', '#16101f');
    svg.append(drawing);
    return svg;
}
