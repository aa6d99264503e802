// Tips while one writes what a family will read: the server's own rules, run here, so that nothing leaves the page.
import { hintsIn } from '../modules/plain-words/hints.ts'

const pause = 1200
const { words, count } = document.querySelector('script[data-words]').dataset
const known = JSON.parse(words)

const line = ({ found, say }) => {
  const item = document.createElement('li')
  const bold = document.createElement('b')
  bold.textContent = found
  item.append(bold, ` ${say}`)
  return item
}

for (const box of document.querySelectorAll('[data-tips]')) {
  // Several forms on one page may ask for the same.
  const field = box.closest('form').elements[box.dataset.tips]
  const status = box.nextElementSibling
  let last
  const show = () => {
    const hints = hintsIn(field.value, known)
    box.hidden = hints.length === 0
    box.querySelector('ul').replaceChildren(...hints.map(line))
    // Heard only when there are more or fewer than before.
    status.textContent = hints.length ? count.replace('{count}', hints.length) : ''
  }
  field.addEventListener('input', () => {
    clearTimeout(last)
    last = setTimeout(show, pause)
  })
}
