/** Three questions to answer with a pen: on a paper of its own, or after something else. It has no name on it. */
export const slip = `
#let tick = box(width: 4.4mm, height: 4.4mm, stroke: 1pt + rgb("#15272e"), radius: 1pt, baseline: 0.7mm)
#let boxes(answers) = answers.map(answer => box[#tick #h(1.5mm) #answer]).join(h(9mm, weak: true))
#let asked(question, answers) = block(breakable: false, above: 1.5em, below: 0.9em)[
  #text(weight: 700)[#question]
  #v(0.3em)
  #boxes(answers)
]
#let slip(one) = block(breakable: false, width: 100%, above: 1.4em, stroke: (paint: soft, thickness: 0.8pt, dash: "dashed"), radius: 6pt, inset: 16pt)[
  #heading(level: 2, one.title)
  #text(fill: soft)[#one.whose]
  #par(one.lead)
  #for question in one.questions { asked(question, one.answers) }
  #v(0.4em)
  #par(one.leave)
]
`
