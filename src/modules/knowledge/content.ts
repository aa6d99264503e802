/** Where a text comes from. What is not official is never shown as the county's own wording. */
export type Content = { version: string; date: string; official: boolean; source: string }

/** Our own wording, until the county gives its own. */
export const proposal = (version: string, date: string): Content => ({
  version,
  date,
  official: false,
  source: 'Förslag i Kronobarn',
})

/** Words that stand in the model's public texts. */
export const officialNames = (source: string): Content => ({
  version: 'modellen',
  date: '2023-10-09',
  official: true,
  source,
})
