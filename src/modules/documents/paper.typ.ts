/**
 * What every paper begins with: in whose language, who took it out and when behind what is read, and which page it is.
 * `own` is for what somebody has written, names too: it keeps its own direction, and its own language as far as the letters
 * tell (`writtenIn`). `words` is for what may be that or said by the paper. `#by-machine` says that no person has read
 * the translation.
 */
export const paperHead = String.raw`
#let data = json(bytes(sys.inputs.data))
#let soft = rgb("#44525c")
#let line-color = rgb("#b9c4c9")
#let letters = if data.lang == "uk" { ("Noto Sans", "Noto Sans Arabic") } else { ("Atkinson Hyperlegible Next", "Noto Sans Arabic", "Noto Sans") }
#let letters-of(text) = if text.contains(regex("\p{Arabic}")) { "ar" } else if text.contains(regex("\p{Cyrillic}")) { "uk" } else { "sv" }
#let said-in(text) = if data.lang in ("ar", "uk") { letters-of(text) } else { data.lang }
#let start = if data.lang == "ar" { "right" } else { "left" }
#let beside-line(stroke) = (stroke: ((start): stroke), inset: ((start): 10pt, y: 3pt))
#let own(written) = text(lang: letters-of(written), written)
#let words(one) = if type(one) == dictionary { own(one.written) } else { text(lang: said-in(one), one) }
// A line is one piece, or several of which some are written by somebody.
#let told(line) = par(if type(line) == array { line.map(words).join(" ") } else { words(line) })
#let by-machine = if data.byMachine.len() > 0 { text(9.5pt, fill: soft, data.byMachine.map(words).join(" ")) }

#set document(title: data.title, author: "Kronobarn", date: auto)
#set page(
  paper: "a4",
  margin: (x: 22mm, top: 24mm, bottom: 24mm),
  background: place(center + horizon, rotate(-52deg, box(width: 300mm, align(center, text(16pt, fill: rgb("#eef1f2"))[#data.watermark])))),
  footer: context {
    set text(9pt, fill: soft)
    let pages = str(counter(page).final().first())
    [#words(data.footer) #h(1fr) #data.page.replace("{page}", counter(page).display()).replace("{pages}", pages)]
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
