import { paperHead } from './paper.typ.ts'

/** Barnets plan on paper: page one is who and when, the goals follow. */
export const planTemplate = String.raw`${paperHead}
// Who took it out, where they work and when: above what is read too.
#set page(header: text(9pt, fill: soft)[#data.watermark])
#show heading.where(level: 2): set text(15pt)
#show heading.where(level: 2): set block(above: 1.6em, below: 0.8em)
#show heading.where(level: 3): set text(12.5pt)
#show heading.where(level: 3): set block(above: 1.4em, below: 0.6em)
#show heading.where(level: 4): set text(11pt)
#show heading.where(level: 4): set block(above: 1.1em, below: 0.5em)

// A word and what it says, one after the other, so that it reads the same aloud.
#let fact(label, value) = block(breakable: false, above: 0.55em, below: 0.55em)[#text(fill: soft)[#label: ]#words(value)]
#let facts(all) = for one in all { fact(one.label, one.value) }

// What somebody does not agree with stands beside the text itself.
#let beside(all) = for one in all {
  block(breakable: false, above: 0.9em, ..beside-line((paint: soft, thickness: 1.5pt, dash: "dotted")))[
    #text(weight: 700)[#one.title]
    #for line in one.texts { told(line) }
  ]
}

#text(fill: soft)[#data.kicker]
#v(-0.4em)
= #words(data.name)
#text(size: 13pt)[#data.lead]

#by-machine

#block(fill: rgb("#eef3f4"), inset: 12pt, radius: 6pt, width: 100%)[
  #text(fill: soft)[#data.next.label]
  #v(-0.3em)
  #text(size: 15pt, weight: 700)[#data.next.value]
]

== #data.responsibleTitle
#facts(data.responsible)

#if data.contacts.len() > 0 [
  == #data.contactsTitle
  #for contact in data.contacts [
    === #own(contact.place)
    #own(contact.who)
    #if contact.phone != none [ \ #own(contact.phone) ]
  ]
]

#for section in data.notes [
  == #section.title
  #for line in section.texts { told(line) }
]

#if data.goals.len() > 0 [
  #if not data.compact { pagebreak(weak: true) }
  == #data.goalsTitle
  #for goal in data.goals [
    #if goal.words != none [
      === #own(goal.words)
      #if goal.area != none { fact(data.areaWord, goal.area) }
      #if goal.better != none { fact(data.betterWord, (written: goal.better)) }
      #beside(goal.beside)
    ]
    #for action in goal.actions [
      #block(breakable: false, above: 1.1em, ..beside-line(1.5pt + line-color))[
        #heading(level: if goal.words == none { 3 } else { 4 }, own(action.what))
        #facts(action.facts)
        #beside(action.beside)
      ]
    ]
  ]
]
`
