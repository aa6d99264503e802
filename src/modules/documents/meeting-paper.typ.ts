import { paperHead } from './paper.typ.ts'
import { slip } from './slip.typ.ts'

/** A code to one meeting: on one page, large enough for a child to read and a camera to find; then what is asked afterwards. */
export const meetingPaperTemplate = `${paperHead}${slip}
#set text(size: 12.5pt)
#show heading.where(level: 2): set text(15pt)
#show heading.where(level: 2): set block(above: 1.5em, below: 0.7em)

= #data.title
#text(size: 15pt)[#data.lead]

#by-machine

#v(0.4em)
#block(fill: rgb("#eef3f4"), inset: 14pt, radius: 6pt, width: 100%, breakable: false, grid(
  columns: (52mm, 1fr), column-gutter: 8mm, align: horizon,
  image(bytes(data.square), format: "svg", width: 52mm, alt: data.scanAlt),
  [
    #for way in data.ways { par(way) }
    #v(0.2em)
    #par(text(size: 22pt, weight: 700, tracking: 0.04em, lang: "sv", data.code))
  ],
))

#for section in data.sections [
  == #section.title
  #list(..section.lines, spacing: 0.8em)
]

// Nobody's name is on the page with the slip.
#page(footer: none)[
  #text(fill: soft)[#data.after]
  #slip(data.slip)
]
`
