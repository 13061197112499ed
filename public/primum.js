import { initAll } from './asset(nhsuk-frontend.js)';

initAll();
if (document.querySelector('[data-draft]')) import('./asset(drafts.js)');
if (document.querySelector('[data-grid]')) import('./asset(grid.js)');
