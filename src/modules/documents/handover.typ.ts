/** What goes along with a child to somebody outside, on paper. */
export const handoverTemplate = `
#let data = json(bytes(sys.inputs.data))
#let soft = rgb("#44525c")

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
#show heading.where(level: 1): set text(26pt)
#show heading.where(level: 2): set text(14pt)
#show heading.where(level: 2): set block(above: 1.6em, below: 0.6em)

#text(fill: soft)[#data.title]
#v(-0.4em)
= #data.name
#text(size: 13pt)[#data.lead]

#for part in data.parts [
  == #part.title
  #for text in part.texts { par(text) }
]
`
