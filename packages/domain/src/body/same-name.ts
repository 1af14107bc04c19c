/** What Windows-1252, in which ISTAT publishes its list, can write. */
const writable = /^[ -~\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]$/;

/** Whether a name that came through Windows-1252 is the one that is known: of «Soči» it can only have made «Soci» or
 *  «So?i», and neither is news. */
export function isSameName(known: string, read: string): boolean {
  const [there, here] = [[...known.normalize("NFC")], [...read.normalize("NFC")]];
  return (
    there.length === here.length &&
    there.every((letter, index) => {
      if (letter === here[index]) return true;
      if (writable.test(letter)) return letter === "’" && here[index] === "'";
      return here[index] === "?" || here[index] === letter.normalize("NFD").replace(/\p{M}/gu, "");
    })
  );
}
