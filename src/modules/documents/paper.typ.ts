/** What every paper begins with: who took it out and when behind what is read, and which page it is. */
export const paperHead = `
#let data = json(bytes(sys.inputs.data))
#let soft = rgb("#44525c")
#let line-color = rgb("#b9c4c9")

#set document(title: data.title, author: "Kronobarn", date: auto)
#set page(
  paper: "a4",
  margin: (x: 22mm, top: 24mm, bottom: 24mm),
  background: place(center + horizon, rotate(-52deg, box(width: 300mm, align(center, text(16pt, fill: rgb("#eef1f2"))[#data.watermark])))),
  footer: context {
    set text(9pt, fill: soft)
    [#data.footer #h(1fr) #data.pageWord #counter(page).display() #data.ofWord #counter(page).final().first()]
  },
)
#set text(font: "Atkinson Hyperlegible Next", lang: "sv", size: 11pt, hyphenate: false)
#set par(leading: 0.65em, spacing: 0.9em)
#show heading: set text(weight: 700)
// What a child drew, on a sheet of its own as it was on the screen.
#let drawn(svg, alt) = block(breakable: false, above: 0.9em, below: 1em, stroke: 0.8pt + line-color, radius: 4pt, inset: 6pt,
  image(bytes(svg), format: "svg", width: 84mm, alt: alt))
#show heading.where(level: 1): set text(26pt)
`
