// What a board is made of. What is to come has its place from the start.

const PRINT = `<li><button type="button" class="print" disabled aria-pressed="false">
    <span class="film"><img alt="" hidden></span><span class="caption"></span></button></li>`;

const PARTS = `
  <div class="told">
    <h1 tabindex="-1" class="small"><span class="status" role="status"></span></h1>
    <progress max="1" value="0" data-t-label="board.progress"></progress>
  </div>
  <figure class="stage">
    <img class="original" alt="" hidden>
    <img class="mask" alt="" hidden>
    <div class="boxes" aria-hidden="true"></div>
    <img class="after" alt="" hidden>
    <span class="handle" aria-hidden="true" hidden></span>
    <input class="cut" type="range" min="0" max="100" value="100" step="1" data-t-label="board.compare" hidden>
  </figure>
  <ol class="strip">${PRINT.repeat(3)}</ol>
  <div class="notices" role="status"></div>
  <div class="trouble card" role="alert" hidden><h2></h2><p></p></div>
  <div class="takeaway empty">
    <a class="qr" data-t-label="board.qr.label" target="_blank" rel="noopener"></a>
    <div>
      <h2 data-t="board.qr.title"></h2>
      <p data-t="board.qr.text"></p>
      <p class="expires"></p>
    </div>
  </div>
  <div class="actions"></div>`;

/** An empty board, whose words are still to be put in. */
export function boardElement() {
    const board = document.createElement('article');
    board.className = 'board';
    board.innerHTML = PARTS;
    return board;
}

/** @param words the name of what it says; @param kind second, danger or nothing */
export function button(words, kind, act) {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = `button ${kind}`.trim();
    element.dataset.t = words;
    element.onclick = act;
    return element;
}
