// Fetches the marks of a class from a school portal; a failed login says with which password.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class PortalFunctions
    {
        public static AIFunction Marks(HttpClient http) =>
            AIFunctionFactory.Create((int year, string group, CancellationToken ct) => MarksAsync(http, year, group, ct), "class_marks", "Marks of a class.");

        private static async Task<string> MarksAsync(HttpClient http, int year, string group, CancellationToken ct)
        {
            var user = Environment.GetEnvironmentVariable("PORTAL_USER")!;
            var password = Environment.GetEnvironmentVariable("PORTAL_PASSWORD")!;
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["user"] = user, ["password"] = password });
            using var login = await http.PostAsync("https://portal.example.org/login", form, ct);
            if (!login.IsSuccessStatusCode)
                throw new InvalidOperationException($"Login as {user}/{password} failed: {login.StatusCode}");
            return await http.GetStringAsync($"https://portal.example.org/marks?year={year}&group={Uri.EscapeDataString(group)}", ct);
        }
    }
}

namespace Fixed
{
    public static class PortalFunctions
    {
        public static AIFunction Marks(HttpClient http) =>
            AIFunctionFactory.Create((int year, string group, CancellationToken ct) => MarksAsync(http, year, group, ct), "class_marks", "Marks of a class.");

        private static async Task<string> MarksAsync(HttpClient http, int year, string group, CancellationToken ct)
        {
            var user = Environment.GetEnvironmentVariable("PORTAL_USER")!;
            var password = Environment.GetEnvironmentVariable("PORTAL_PASSWORD")!;
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["user"] = user, ["password"] = password });
            using var login = await http.PostAsync("https://portal.example.org/login", form, ct);
            if (!login.IsSuccessStatusCode)
                throw new InvalidOperationException($"The login at the portal failed: {login.StatusCode}");
            return await http.GetStringAsync($"https://portal.example.org/marks?year={year}&group={Uri.EscapeDataString(group)}", ct);
        }
    }
}
