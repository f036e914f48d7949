import { render } from "preact";
import { App } from "./app";
import { startRouter } from "./route/router";
import "./style/index.css";

startRouter();
const root = document.getElementById("app");
if (root) render(<App />, root);
