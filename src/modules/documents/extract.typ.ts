/** What is written about somebody, on paper. */
export const extractTemplate = `
#let data = json(bytes(sys.inputs.data))
#let soft = rgb("#44525c")

#set document(title: data.title, author: "Kronobarn", date: auto)
#set page(
  paper: "a4",
  margin: (x: 22mm, top: 24mm, bottom: 24mm),
  background: place(center + horizon, rotate(-52deg, box(width: 300mm, align(center, text(16pt, fill: rgb("#eef1f2"))[#data.watermark])))),
  header: text(9pt, fill: soft)[#data.watermark],
  footer: context {
    set text(9pt, fill: soft)
    [#data.footer #h(1fr) #data.pageWord #counter(page).display() #data.ofWord #counter(page).final().first()]
  },
)
#set text(font: "Atkinson Hyperlegible Next", lang: "sv", size: 11pt, hyphenate: false)
#set par(leading: 0.65em, spacing: 0.9em)
#show heading: set text(weight: 700)
#show heading.where(level: 1): set text(26pt)
#show heading.where(level: 2): set text(13pt)
#show heading.where(level: 3): set text(11pt, fill: soft)
#show heading.where(level: 3): set block(above: 1em, below: 0.5em)
#show heading.where(level: 2): set block(above: 1.6em, below: 0.5em)

#text(fill: soft)[#data.kicker]
#v(-0.4em)
= #data.name
#text(size: 13pt)[#data.lead]

#for part in data.parts [
  == #part.title
  #if part.when != "" { text(fill: soft)[#part.when] }
  #for text in part.texts { par(text) }
  #if part.facts.len() > 0 {
    terms(separator: [: ], hanging-indent: 0pt, ..part.facts.map(fact => terms.item(fact.label, fact.value)))
  }
  #for before in part.earlier [
    === #before.title
    #for text in before.texts { par(text) }
  ]
]
`
