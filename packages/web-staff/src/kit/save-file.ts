/** Hands a file to the person's browser: an export under the server's name with its number, others as the page says. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file instanceof File && EXPORT_NUMBER.test(file.name) ? file.name : name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 60_000)
}

const EXPORT_NUMBER = /-E\d{12}\./
