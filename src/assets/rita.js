// Draws with finger, pen or mouse. The lines go with the form as whole numbers on a paper of 400 by 300.
const apart = 3

const draw = (box) => {
  const paper = box.querySelector('svg')
  const field = box.querySelector('input')
  let line

  const place = ({ clientX, clientY }) => {
    const { left, top, width, height } = paper.getBoundingClientRect()
    const within = (part, most) => Math.round(Math.min(1, Math.max(0, part)) * most)
    return [within((clientX - left) / width, 400), within((clientY - top) / height, 300)]
  }
  const keep = () => {
    field.value = [...paper.children].map((one) => one.getAttribute('points')).join(';')
  }

  paper.addEventListener('pointerdown', (event) => {
    if (line || !event.isPrimary) return
    paper.setPointerCapture(event.pointerId)
    line = document.createElementNS('http://www.w3.org/2000/svg', 'polyline')
    line.last = place(event)
    // Twice the same place: a dot is a line too.
    line.setAttribute('points', `${line.last} ${line.last}`)
    paper.append(line)
  })
  paper.addEventListener('pointermove', (event) => {
    if (!line || !event.isPrimary) return
    const here = place(event)
    if (Math.hypot(here[0] - line.last[0], here[1] - line.last[1]) < apart) return
    line.last = here
    line.setAttribute('points', `${line.getAttribute('points')} ${here}`)
  })
  for (const end of ['pointerup', 'pointercancel'])
    paper.addEventListener(end, () => {
      line = undefined
      keep()
    })
  box.querySelector('[data-undo]').addEventListener('click', () => {
    paper.lastElementChild?.remove()
    keep()
  })
  box.querySelector('[data-clear]').addEventListener('click', () => {
    paper.replaceChildren()
    keep()
  })
  box.hidden = false
}

for (const box of document.querySelectorAll('[data-draw]')) draw(box)
