// Everything here only helps: without it every page works the same. Nothing is stored in the browser.

// What the script says comes with the page, in the reader's language.
const texts = JSON.parse(document.body.dataset.texts)

const make = (tag, text, attributes = {}) => {
  const element = document.createElement(tag)
  element.textContent = text
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}

// What is written is kept as a draft on the server a moment after the last key. Until then the form asks before it is
// left.
let unsaved = false
const draftsOf = (form) => {
  const address = new URL(form.getAttribute('action') ?? '', location.href).pathname
  if (address !== location.pathname) return () => {}
  const line = make('p', '', { class: 'soft small', role: 'status' })
  form.append(line)
  const sent = new AbortController()
  form.addEventListener('submit', () => sent.abort())
  return async () => {
    if (!unsaved || form.dataset.sent) return
    unsaved = false
    const answer = await fetch(`${form.dataset.guard}?${new URLSearchParams({ for: address })}`, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      keepalive: document.hidden,
      signal: sent.signal,
    }).catch(() => null)
    const kept = answer?.status === 200 ? await answer.json().catch(() => null) : null
    if (kept) line.textContent = texts.saved.replace('{time}', kept.saved)
    else unsaved = !form.dataset.sent
  }
}
for (const form of document.querySelectorAll('form[data-guard]')) {
  const keep = draftsOf(form)
  let pause
  form.addEventListener('input', () => {
    unsaved = true
    clearTimeout(pause)
    pause = setTimeout(keep, 2000)
  })
  document.addEventListener('visibilitychange', () => document.hidden && keep())
  // Looked at and not sent: it is still only here.
  if (form.querySelector('.as-read')) {
    unsaved = true
    keep()
  }
}
window.addEventListener('beforeunload', (event) => {
  if (unsaved) event.preventDefault()
})

// A second press is stopped here; that only one thing is saved is the server's doing.
const buttonsOf = (form) => form.querySelectorAll('button[type=submit]')
const rest = (form) => {
  delete form.dataset.sent
  for (const button of buttonsOf(form)) button.removeAttribute('aria-disabled')
}
document.addEventListener('submit', (event) => {
  const form = event.target
  if (form.dataset.sent) return event.preventDefault()
  unsaved = false
  form.dataset.sent = 'yes'
  for (const button of buttonsOf(form)) button.setAttribute('aria-disabled', 'true')
  setTimeout(() => rest(form), 8000)
})
window.addEventListener('pageshow', (event) => {
  if (event.persisted) document.querySelectorAll('form[data-sent]').forEach(rest)
})

// A code that a camera has read is sent at once, and leaves nothing in the history.
const coded = document.querySelector('#papperskod')
if (coded && location.hash.length > 1) {
  coded.elements.code.value = location.hash.slice(1)
  history.replaceState(null, '', location.pathname)
  coded.requestSubmit()
}

// How much room is left, when little is.
for (const field of document.querySelectorAll('[data-max]')) {
  const max = Number(field.dataset.max)
  const left = make('p', '', { class: 'soft small', 'aria-live': 'polite' })
  field.after(left)
  field.addEventListener('input', () => {
    const room = max - field.value.length
    const over = (room < 0 ? texts.over : texts.left).replace('{count}', Math.abs(room))
    left.textContent = room < max / 5 ? over : ''
  })
}

// Escape hides an explained word that shows because it has focus.
document.addEventListener('keydown', ({ key, target }) => {
  if (key === 'Escape' && target.matches('.word')) target.parentElement.classList.add('hushed')
})
document.addEventListener('focusout', ({ target }) => {
  if (target.matches('.word')) target.parentElement.classList.remove('hushed')
})

// The quick way out: signed out, nothing left on the screen or in the browser, and no step back to this page.
for (const link of document.querySelectorAll('[data-leave]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault()
    unsaved = false
    const out = document.querySelector(`form[action="${link.dataset.leave}"]`)
    if (out)
      fetch(out.action, { method: 'POST', body: new URLSearchParams(new FormData(out)), keepalive: true })
    document.body.replaceChildren()
    sessionStorage.clear()
    localStorage.clear()
    location.replace(link.href)
  })
}

// Five minutes before the session ends a line says so. Asking for more time does not leave the page.
const { sessionEnds, sessionExtend } = document.body.dataset
const minute = 60_000
let ends = Date.parse(sessionEnds ?? '')
let line

const banner = () => {
  const box = make('aside', '', { class: 'session', 'aria-label': texts.signIn })
  const frame = make('div', '', { class: 'frame' })
  const text = make('p', '', { role: 'status' })
  frame.append(text)
  if (sessionExtend) frame.append(extendLink())
  box.append(frame)
  document.querySelector('main').before(box)
  return { box, text }
}

const extendLink = () => {
  const link = make('a', texts.stay, { href: sessionExtend })
  link.addEventListener('click', async (event) => {
    event.preventDefault()
    const answer = await fetch(sessionExtend, { headers: { accept: 'application/json' } }).catch(() => null)
    const later = answer?.ok ? await answer.json().catch(() => null) : null
    if (!later?.sessionEnds) return location.assign(sessionExtend)
    ends = Date.parse(later.sessionEnds)
    line.box.remove()
    line = undefined
  })
  return link
}

const look = () => {
  const left = Math.ceil((ends - Date.now()) / minute)
  if (left > 5) return
  line ??= banner()
  const soon = texts.soon.replace('{count}', left)
  const said = left > 0 ? soon : texts.out
  if (left <= 0 && shows()) return forget()
  if (line.text.textContent !== said) line.text.textContent = said
}

// Somebody else may come to the device: a page that only shows something is emptied. Where one writes, it stands.
const shows = () => !document.querySelector('main form[method=post] :is(textarea, input:not([type=hidden]))')
const forget = () => {
  const again = make('a', texts.again, { class: 'ds-button', href: location.href })
  document.querySelector('main').replaceChildren(again)
  document.querySelector('.always')?.remove()
  line.text.textContent = texts.emptied
  ends = 0
}
if (ends) {
  look()
  setInterval(look, minute / 4)
}
