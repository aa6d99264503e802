import { z } from 'zod'
import { municipalities, type ReportChannel } from '#modules/knowledge'

const phone = z.string().regex(/^\+?[\d -]{3,20}$/)
const channel = z.object({
  municipality: z.enum(municipalities.map(({ code }) => code)),
  daytime: phone,
  onCall: phone,
  address: z.url({ protocol: /^https$/ }).optional(),
  source: z.string().trim().min(1).max(200).optional(),
  checkedOn: z.iso.date().optional(),
})

const setting = 'KRONOBARN_REPORT_CHANNELS'

/**
 * Where one reports a worry: `[{ "municipality": "0764", "daytime", "onCall", "address", "source", "checkedOn" }]`, one for each municipality,
 * or everything that is wrong with the file.
 */
export function readChannels(text: string): { channels: ReportChannel[]; faults: string[] } {
  const list = z.array(z.unknown()).safeParse(parsed(text))
  if (!list.success)
    return { channels: [], faults: [`${setting} går inte att läsa: det ska vara en lista i JSON.`] }
  const read = list.data.map((one) => channel.safeParse(one))
  const wrong = read.flatMap((one, place) =>
    one.success
      ? []
      : one.error.issues.map(
          ({ path }) => `${setting}: ${fieldNames[String(path[0])] ?? 'raden'} är fel i rad ${place + 1}.`,
        ),
  )
  const channels = read.flatMap((one) => (one.success ? [channelOf(one.data)] : []))
  const faults = municipalities.flatMap(({ code, name }) => {
    const found = channels.filter(({ municipality }) => municipality === code).length
    if (found === 1 || (found === 0 && wrong.length > 0)) return []
    return [`${setting}: ${name} (${code}) ${found === 0 ? 'saknas' : 'finns flera gånger'}.`]
  })
  return { channels, faults: [...wrong, ...faults] }
}

const fieldNames: Readonly<Record<string, string>> = {
  municipality: 'kommunkoden (municipality)',
  daytime: 'numret dagtid (daytime)',
  onCall: 'numret andra tider (onCall)',
  address: 'adressen till e-tjänsten (address)',
  source: 'var numren kommer ifrån (source)',
  checkedOn: 'dagen då numren sågs över (checkedOn)',
}

const channelOf = ({
  municipality,
  daytime,
  onCall,
  address,
  source,
  checkedOn,
}: z.output<typeof channel>): ReportChannel => ({
  municipality,
  name: `${municipalities.find(({ code }) => code === municipality)?.name} kommun`,
  daytime,
  onCall,
  ...(address && { address }),
  ...(source && { source }),
  ...(checkedOn && { checkedOn }),
  demo: false,
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
