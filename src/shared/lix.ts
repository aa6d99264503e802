/** Swedish readability: words a sentence, plus the share of words longer than six letters. 25 is a child's book. */
export function lix(text: string): number {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
  if (words.length === 0) return 0
  const sentences = text.split(/[.!?:\n]+/).filter((part) => /\p{L}/u.test(part)).length
  const long = words.filter((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, '').length > 6).length
  return words.length / Math.max(sentences, 1) + (100 * long) / words.length
}
