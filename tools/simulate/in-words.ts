import type { Figures } from './figures.ts'

type Lived = { years: number; children: number; seed: number }

/** What happened, and the three figures that must be 0. */
export function inWords({ years, children, seed }: Lived, figures: Figures, seconds: number): string {
  const { handovers } = figures
  const lines = [
    '',
    `${children} barn i ${years} år, frö ${seed}, på ${seconds} s`,
    `${figures.births} födda, ${figures.moves} flyttar, ${figures.hired} anställda, ${figures.left} slutade, ${figures.appointed} uppdrag`,
    `${figures.strikes} strejker, ${figures.sickWeeks} sjukveckor`,
    `${figures.matters} ärenden öppnades, ${figures.closed} avslutades`,
    `Överlämningar: ${handovers.offered} erbjudna, ${handovers.accepted} mottagna, ${handovers.returned} tillbakaskickade, ${handovers.withdrawn} tillbakatagna, ${handovers.onPaper} på papper`,
    `${sum(figures.acts)} handlingar; programmet dog mitt i ${figures.crashes}, ${figures.sentTwice} skickades dubbelt, ${figures.atOnce} gånger två samtidigt`,
    ...table('Nekades', figures.refused),
    ...table('Fel i programmet', figures.faults),
    '',
    `Barndagar med öppet ärende: ${figures.childDays}, varav ${figures.childDaysStoodFor} bars av någon annan än den som slutat`,
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
