// Before anything is drawn: language, direction and light as this desk last had them. A file of its own,
// because the content security policy allows no script inside the page.
;(function () {
  var kept = {}
  try {
    kept = JSON.parse(localStorage.getItem('daira.preferences') || '{}')
  } catch {
    // An unreadable preference is no preference.
  }
  var page = document.documentElement
  var language = kept.locale === 'fr' || kept.locale === 'en' ? kept.locale : 'ar'
  page.lang = language
  page.dir = language === 'ar' ? 'rtl' : 'ltr'
  page.setAttribute('data-mantine-color-scheme', kept.scheme === 'dark' ? 'dark' : 'light')
})()
