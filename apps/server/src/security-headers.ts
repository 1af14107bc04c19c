import type { RequestHandler } from "express";
import helmet from "helmet";

const nothing = ["accelerometer", "camera", "display-capture", "geolocation", "microphone", "payment", "usb"];

/** The headers of every answer: nothing from elsewhere is loaded, and no other site may frame us. */
export function securityHeaders(): RequestHandler[] {
  const shields = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        // Sockets of our own address are among them (CSP 3; Safari from 15.4).
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: "same-origin" },
    frameguard: { action: "deny" },
  });
  const permissions: RequestHandler = (_request, response, next) => {
    response.setHeader("Permissions-Policy", nothing.map((feature) => `${feature}=()`).join(", "));
    next();
  };
  return [shields, permissions];
}
