// Waits until `ask` gives something, and says what it waited for when it does not.
export async function within(milliseconds, what, ask) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`${what} did not come within ${milliseconds / 1000} seconds`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
