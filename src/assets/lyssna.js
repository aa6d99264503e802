// Reads a part of the page aloud with the device's own voice. The buttons stay hidden where there is none.
const voice = window.speechSynthesis
const buttons = voice ? [...document.querySelectorAll('[data-listen]')] : []

const quiet = () => {
  voice.cancel()
  for (const button of buttons) button.setAttribute('aria-pressed', 'false')
}

const wordsOf = (id) => {
  const part = document.getElementById(id).cloneNode(true)
  for (const silent of part.querySelectorAll('button, svg, .sr, [popover]')) silent.remove()
  return part.textContent.replace(/\s+/g, ' ')
}

for (const button of buttons) {
  button.hidden = false
  button.setAttribute('aria-pressed', 'false')
  button.addEventListener('click', () => {
    const speaking = button.getAttribute('aria-pressed') === 'true'
    quiet()
    if (speaking) return
    const words = new SpeechSynthesisUtterance(wordsOf(button.dataset.listen))
    words.lang = document.documentElement.lang === 'sv' ? 'sv-SE' : document.documentElement.lang
    words.rate = 0.9
    words.onend = () => button.setAttribute('aria-pressed', 'false')
    button.setAttribute('aria-pressed', 'true')
    voice.speak(words)
  })
}
if (voice) window.addEventListener('pagehide', quiet)
