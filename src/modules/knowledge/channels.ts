import { message } from '#ui/message.ts'
import { type MunicipalityCode, municipalities } from './municipalities.ts'

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
}

const fictional = (n: number) => `031-390 06 ${String(n).padStart(2, '0')}`

/** Fictional numbers, one pair for each municipality: for the demo only, and said to be invented. */
export const demoChannels: readonly ReportChannel[] = municipalities.map(({ code, name }, n) => ({
  municipality: code,
  name: `${name} kommun`,
  daytime: fictional(2 * n),
  onCall: fictional(2 * n + 1),
  demo: true,
}))

/** These are real, and always right. */
export const alwaysOpen = {
  danger: { name: message('Fara just nu'), number: '112' },
  children: { name: message('Bris, för dig som är under 18'), number: '116 111' },
} as const

export const channelFor = (
  municipality: MunicipalityCode,
  channels: readonly ReportChannel[] = demoChannels,
): ReportChannel | undefined => channels.find((channel) => channel.municipality === municipality)
