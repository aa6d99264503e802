import { paperHead } from './paper.typ.ts'
import { slip } from './slip.typ.ts'

/** The call to a meeting, on paper. */
export const invitationTemplate = `${paperHead}${slip}
#set text(size: 12pt)
#show heading.where(level: 2): set text(15pt)
#show heading.where(level: 2): set block(above: 1.5em, below: 0.7em, sticky: true)

= #data.title
#text(size: 15pt)[#data.lead]

#by-machine

#v(0.2em)
#block(fill: rgb("#eef3f4"), inset: 14pt, radius: 6pt, width: 100%, breakable: false)[
  #text(fill: soft)[#data.next.label]
  #v(-0.3em)
  #text(size: 17pt, weight: 700)[#data.next.value]
  #for line in data.next.lines { par(line) }
]

#for section in data.sections [
  == #section.title
  #for words in section.texts { par(own(words)) }
  #if section.lines.len() > 0 {
    list(spacing: 0.9em, ..section.lines.map(line => [#line.main#if line.more != none [ \\ #text(size: 10.5pt, fill: soft)[#line.more]]]))
  }
]

#pagebreak(weak: true)
== #data.reply.title
#text(fill: soft)[#data.reply.from]

#par(data.reply.lead)
#for one in data.reply.asked { asked(one.question, one.answers) }
#for one in data.reply.written {
  block(breakable: false, above: 1.5em)[
    #text(weight: 700)[#one.question]
    #for _ in range(one.lines) { block(above: 8.5mm, below: 0pt, line(length: 100%, stroke: 0.6pt + soft)) }
  ]
}

// Nobody's name is on the page with the slip.
#page(footer: none)[
  #text(fill: soft)[#data.after]
  #slip(data.slip)
]
`
