import { paperHead } from './paper.typ.ts'

/** What is written about somebody, on paper. */
export const extractTemplate = `${paperHead}
#set page(header: text(9pt, fill: soft)[#data.watermark])
#show heading.where(level: 2): set text(13pt)
#show heading.where(level: 3): set text(11pt, fill: soft)
#show heading.where(level: 3): set block(above: 1em, below: 0.5em)
#show heading.where(level: 2): set block(above: 1.6em, below: 0.5em)

#let tell(one) = if "svg" in one { drawn(one.svg, data.drawingWord) } else { told(one.line) }

#text(fill: soft)[#data.kicker]
#v(-0.4em)
= #words(data.name)
#text(size: 13pt)[#data.lead]

#by-machine

#for part in data.parts [
  == #part.title
  #if part.when != "" { block(sticky: true, text(fill: soft)[#part.when]) }
  #for one in part.texts { tell(one) }
  #if part.facts.len() > 0 {
    terms(separator: [: ], hanging-indent: 0pt, ..part.facts.map(fact => terms.item(fact.label, words(fact.value))))
  }
  #for before in part.earlier [
    === #before.title
    #for one in before.texts { tell(one) }
  ]
]
`
