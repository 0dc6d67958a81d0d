// The three hosts of Traylinx. Each operation lives on one of them; a client's base URL replaces all three.

export const managementServers = [
  {
    url: "https://api.traylinx.com/ma-metrics-wsp-ms/v1/api",
    description: "Management: organisations, projects and their keys. Takes a person's access token.",
  },
];

export const authServers = [
  { url: "https://api.traylinx.com/ma-authentication-ms/v1/api", description: "Sign-in. Takes no credential." },
];

export const modelServers = [
  { url: "https://switchai.traylinx.com/v1", description: "Model calls. Takes a project's secret key." },
];
