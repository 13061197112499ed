// A block that is pasted into a cell of a grid fills the cells to its right and below.
for (const table of document.querySelectorAll('[data-grid]'))
  table.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const from = event.target.closest('td');
    if (!from || !/[\t\n]./.test(text)) return;
    event.preventDefault();
    const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
    let row = from.parentElement;
    for (const line of lines) {
      line.split('\t').forEach((cell, i) => {
        const input = row?.cells[from.cellIndex + i]?.querySelector('input');
        if (!input) return;
        input.value = cell.trim();
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
      row = row?.nextElementSibling;
    }
  });
