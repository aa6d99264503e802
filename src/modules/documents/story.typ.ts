import { paperHead } from './paper.typ.ts'

/** A grown-up child's own story, on paper: to be read, not to be looked things up in. */
export const storyTemplate = `${paperHead}
#set page(margin: (x: 30mm, top: 26mm, bottom: 26mm))
#set text(size: 12pt)
#set par(leading: 0.75em, spacing: 1.2em)
#show heading.where(level: 1): set text(28pt)
#show heading.where(level: 2): set text(17pt)
#show heading.where(level: 2): set block(above: 1.8em, below: 0.9em)

#text(fill: soft)[#data.title]
#v(-0.4em)
= #words(data.name)
#text(size: 14pt)[#data.lead]

#by-machine

#for one in data.years [
  == #one.year
  #for day in one.days [
    #block(above: 1.6em, below: 0.7em, sticky: true)[#text(size: 10.5pt, fill: soft)[#day.when]]
    #for chapter in day.chapters [
      #told(chapter.sentence)
      #for quote in chapter.quotes [
        #block(breakable: false, above: 0.8em, below: 1em, ..beside-line(1.5pt + line-color))[
          #set par(spacing: 0.7em)
          #if quote.lead != none [ #text(size: 10.5pt, fill: soft)[#quote.lead]]
          #for line in quote.lines { told(line) }
        ]
      ]
      #if chapter.svg != none { drawn(chapter.svg, data.drawingWord) }
    ]
  ]
]

#if data.notHere.len() > 0 [
  == #data.notHereTitle
  #list(..data.notHere)
]
`
