import type { Figures } from './figures.ts'
import { noticedYearly, type Size } from './happenings.ts'

type Lived = Size & { years: number; seed: number }

/** What happened, and the three figures that must be 0. */
export function inWords(lived: Lived, figures: Figures, seconds: number): string {
  const { years, children, seed } = lived
  const { handovers } = figures
  const perThousand = (1000 * noticedYearly(lived)) / children
  const lines = [
    '',
    `${children} barn i ${years} år, frö ${seed}, på ${seconds} s`,
    `Takt: något uppmärksammas om ${perThousand.toFixed(1)} av 1 000 barn om året; i snitt ${Math.round(figures.childDays / figures.days)} barn med öppet ärende`,
    `${figures.births} födda, ${figures.moves} flyttar, ${figures.hired} anställda, ${figures.left} slutade, hela ledningen samma dag ${figures.leftTogether} gånger, ${figures.appointed} uppdrag`,
    `${figures.strikes} strejker, ${figures.sickWeeks} sjukveckor`,
    `${figures.matters} ärenden öppnades, ${figures.closed} avslutades`,
    `Överlämningar: ${handovers.offered} erbjudna, ${handovers.accepted} mottagna, ${handovers.returned} tillbakaskickade, ${handovers.withdrawn} tillbakatagna, ${handovers.onPaper} på papper; ${handovers.lapsed} väntade för länge`,
    `${sum(figures.acts)} handlingar; programmet dog mitt i ${figures.crashes}, ${figures.sentTwice} skickades dubbelt, ${figures.atOnce} gånger två samtidigt`,
    ...table('Gjordes', figures.acts),
    ...table('Nekades', figures.refused),
    ...table('Fel i programmet', figures.faults),
    '',
    `Barndagar med öppet ärende: ${figures.childDays}, varav ${figures.childDaysStoodFor} bars av någon annan än den som slutat eller är borta`,
    `Barndagar utan exakt en ansvarig som arbetar kvar: ${figures.childDaysWithout}`,
    `Tappade överlämningar: ${figures.handoversLost}`,
    `Läst efter sista dagen: ${figures.accessKept} av ${figures.looksByLeavers} försök`,
  ]
  const wrong = figures.violations.map(({ day, childId, kind, what, lately }) =>
    [`\n${day} ${kind} ${childId}: ${what} (frö ${seed})`, ...lately.map((act) => `  ${act}`)].join('\n'),
  )
  return [...lines, ...wrong].join('\n')
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0)

const table = (title: string, counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([what, times]) => `${title} ${times}: ${what}`)
