/** A failure of the start in a sentence that says what to do, for whoever sits at the terminal. */
export function failureText(error: unknown, home: string): string {
  const text = textOf(error)
  const code = codesOf(error)
  const path = pathOf(error)
  if (
    code.some((each) => each === 'ENOSPC' || each === 'EDQUOT' || each === '53100') ||
    /no space left on device/i.test(text)
  ) {
    return `The disk is full. Make room where ${home} lies, or set DAIRA_HOME to a folder on a larger disk, then start again; nothing acknowledged is lost.`
  }
  if (code.includes('EROFS')) {
    return `${path ?? home} lies on a disk that cannot be written to. Set DAIRA_HOME to a folder that can.`
  }
  if (code.includes('EACCES') || code.includes('EPERM')) {
    return `This user may not write to ${path ?? home}. Start as the user it belongs to, or set DAIRA_HOME to a folder of your own.`
  }
  if (code.includes('ENOTDIR') || code.includes('EEXIST')) {
    return `${path ?? home} is in the way: it is no folder. Set DAIRA_HOME to a folder.`
  }
  if (code.includes('EMFILE') || code.includes('ENFILE')) {
    return 'Too many files are open on this computer. Raise the limit (ulimit -n 4096), then start again.'
  }
  return text
}

function textOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map((each) => textOf(each)).join('; ')
  return error instanceof Error ? error.message : String(error)
}

function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  return [...own, ...codesOf(error.cause)]
}

function pathOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('path' in error && typeof error.path === 'string') return error.path
  return pathOf(error.cause)
}
