/** The title and the headings of a PDF, as its list of contents has them. */
export const headingsIn = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/\/Title (?:\(([^)]*)\)|<FEFF([\dA-F]*)>)/g)].map(
    ([, plain, hex]) =>
      plain ??
      Buffer.from(hex ?? '', 'hex')
        .swap16()
        .toString('utf16le'),
  )
