/** A value that changes fast, once it has stayed the same for a while: what is asked of the server by it. */
import { useEffect, useState } from "preact/hooks";

const WAIT = 250; // milliseconds

export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), WAIT);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
