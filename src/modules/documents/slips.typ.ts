import { paperHead } from './paper.typ.ts'
import { slip } from './slip.typ.ts'

/** The questions after a meeting, for each who answers a slip of their own. */
export const slipsTemplate = `${paperHead}${slip}
#set page(margin: (x: 22mm, top: 18mm, bottom: 20mm))
#set text(size: 12pt)
#show heading.where(level: 1): set text(15pt)
#show heading.where(level: 2): set text(17pt)

= #data.title
#by-machine
#for one in data.slips { slip(one) }
`
