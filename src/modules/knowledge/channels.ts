import type { Day } from '#shared/dates.ts'
import { message } from '#ui/message.ts'
import { type MunicipalityCode, municipalities } from './municipalities.ts'

/** Who says that a number is so, and the day when somebody last looked. */
export type Checked = { source: string; checkedOn: Day }

/** Where one reports that a child may come to harm. The duty is each person's own; nothing here is stored. */
export type ReportChannel = {
  municipality: MunicipalityCode
  name: string
  daytime: string
  /** Social services out of office hours. */
  onCall: string
  /** The municipality's own e-service, where there is one. */
  address?: string
  /** Invented numbers: production has to supply its own. */
  demo: boolean
} & Partial<Checked>

const fictional = (n: number) => `031-390 06 ${String(n).padStart(2, '0')}`

/** Fictional numbers, one pair for each municipality: for the demo only, and said to be invented. */
export const demoChannels: readonly ReportChannel[] = municipalities.map(({ code, name }, n) => ({
  municipality: code,
  name: `${name} kommun`,
  daytime: fictional(2 * n),
  onCall: fictional(2 * n + 1),
  demo: true,
  source: 'Påhittat: PTS nummer för böcker och film',
  checkedOn: '2026-11-23',
}))

/** These are real. Every number to call that stands in a page is one of them. */
export const alwaysOpen = {
  danger: {
    name: message('Fara just nu'),
    number: '112',
    source: 'SOS Alarm, sosalarm.se',
    checkedOn: '2026-11-23',
  },
  children: {
    name: message('Bris, för dig som är under 18'),
    number: '116 111',
    source: 'Bris, bris.se',
    checkedOn: '2026-11-23',
  },
  health: {
    name: message('Råd om hälsa och sjukdom, dygnet runt'),
    number: '1177',
    source: 'Regionerna, 1177.se',
    checkedOn: '2026-11-23',
  },
} as const satisfies Record<string, Checked & { name: string; number: string }>

export const channelFor = (
  municipality: MunicipalityCode,
  channels: readonly ReportChannel[] = demoChannels,
): ReportChannel | undefined => channels.find((channel) => channel.municipality === municipality)
