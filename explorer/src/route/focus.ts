/** Where the focus goes when another view opens, or when what had it is gone. */

const PATIENCE = 10_000; // milliseconds that a view may take to be drawn

let latest = 0;

/** Takes the focus to what `find` gives once it is drawn, unless the reader takes it elsewhere before. */
export function focusSoon(find: () => HTMLElement | null | undefined): void {
  latest += 1;
  const own = latest;
  const from = document.activeElement;
  const until = performance.now() + PATIENCE;
  const step = () => {
    if (own !== latest || movedFrom(from)) return;
    const found = find();
    if (found) take(found);
    else if (performance.now() < until) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

function movedFrom(from: Element | null): boolean {
  const now = document.activeElement;
  return now !== from && now !== document.body && now !== null;
}

/** A heading takes the focus only when it is taken there: it is no stop of the Tab key. */
function take(element: HTMLElement): void {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

export function focusHeading(): void {
  focusSoon(heading);
}

function heading(): HTMLElement | null {
  return document.querySelector<HTMLElement>("main h1");
}

/** A link that was followed, by where it leads and which of those that lead there it is. */
export interface Followed {
  href: string;
  nth: number;
}

export function followed(link: Element | null): Followed | null {
  const href = link?.closest("main a")?.getAttribute("href");
  return link && href ? { href, nth: leadingTo(href).indexOf(link as HTMLElement) } : null;
}

function leadingTo(href: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("main a")].filter((one) => one.getAttribute("href") === href);
}

/** Back to the link that was followed; to the heading of the view where it is no more. */
export function focusBack(link: Followed | null): void {
  const find = () => {
    const same = link ? leadingTo(link.href) : [];
    return same[link?.nth ?? 0] ?? same[0] ?? (isDrawn() ? heading() : null);
  };
  focusSoon(find);
}

function isDrawn(): boolean {
  return document.querySelector("main .waiting, main [aria-busy=true]") === null;
}

/** Makes a list longer, and takes the focus to the first of its entries that is new. */
export function focusNew(selector: string, change: () => void): void {
  const before = new Set(document.querySelectorAll(selector));
  change();
  focusSoon(() => [...document.querySelectorAll<HTMLElement>(selector)].find((one) => !before.has(one)));
}
