import { paperHead } from './paper.typ.ts'

/** What goes along with a child to somebody outside, on paper. */
export const handoverTemplate = `${paperHead}
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
