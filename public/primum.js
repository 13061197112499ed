import { initAll } from './asset(nhsuk-frontend.js)';

initAll();
