/** What a form carries when the writer only wants to see how it will be read. */
export const look = { name: 'forhandsvisa', value: 'ja' } as const
