/**
 * What every paper begins with: in whose language, who took it out and when behind what is read, and which page it is.
 * `own` is for what may be written by somebody: it keeps its own direction and language. `#by-machine` says that no person
 * has read the translation.
 */
export const paperHead = String.raw`
#let data = json(bytes(sys.inputs.data))
#let soft = rgb("#44525c")
#let line-color = rgb("#b9c4c9")
#let letters = if data.lang == "uk" { ("Noto Sans", "Noto Sans Arabic") } else { ("Atkinson Hyperlegible Next", "Noto Sans Arabic", "Noto Sans") }
#let written-in(words) = if words.contains(regex("\p{Arabic}")) { "ar" } else if words.contains(regex("\p{Cyrillic}")) { "uk" } else if data.lang in ("ar", "uk") { "sv" } else { data.lang }
#let start = if data.lang == "ar" { "right" } else { "left" }
#let beside-line(stroke) = (stroke: ((start): stroke), inset: ((start): 10pt, y: 3pt))
#let own(words) = text(lang: written-in(words), words)
#let by-machine = if data.byMachine.len() > 0 { text(9.5pt, fill: soft, data.byMachine.map(own).join(" ")) }

#set document(title: data.title, author: "Kronobarn", date: auto)
#set page(
  paper: "a4",
  margin: (x: 22mm, top: 24mm, bottom: 24mm),
  background: place(center + horizon, rotate(-52deg, box(width: 300mm, align(center, text(16pt, fill: rgb("#eef1f2"))[#data.watermark])))),
  footer: context {
    set text(9pt, fill: soft)
    let pages = str(counter(page).final().first())
    [#own(data.footer) #h(1fr) #data.page.replace("{page}", counter(page).display()).replace("{pages}", pages)]
  },
)
#set text(font: letters, lang: data.lang, size: 11pt, hyphenate: false)
#set par(leading: 0.65em, spacing: 0.9em)
#show heading: set text(weight: 700)
// What a child drew, on a sheet of its own as it was on the screen.
#let drawn(svg, alt) = block(breakable: false, above: 0.9em, below: 1em, stroke: 0.8pt + line-color, radius: 4pt, inset: 6pt,
  image(bytes(svg), format: "svg", width: 84mm, alt: alt))
#show heading.where(level: 1): set text(26pt)
`
