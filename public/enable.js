// Says that scripts run, before the page is drawn, so that nothing moves when they start.
document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' nhsuk-frontend-supported' : '');
