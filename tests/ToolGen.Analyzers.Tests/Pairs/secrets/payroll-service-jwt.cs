// Reads a payslip from the payroll service; a signed token of a service account is kept in a field.
using System;
using System.ComponentModel;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed record Payslip(int Month, decimal Net);

    public class PayrollPlugin
    {
        private readonly HttpClient http;
        private readonly string serviceToken = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJwYXlyb2xsLWJvdCIsInNjb3BlIjoicGF5c2xpcHM6cmVhZCIsImV4cCI6MjA1MTIyMjQwMH0.NZhjBDKd4IZCi9-MdKR4H1UX-7tRE_iFRpj0IpF9vU8";

        public PayrollPlugin(HttpClient http)
        {
            this.http = http;
            this.http.DefaultRequestHeaders.Authorization = new("Bearer", this.serviceToken);
        }

        [KernelFunction, Description("Gets an employee's payslip of a month.")]
        public Task<Payslip?> GetPayslipAsync(int employee, int month) =>
            this.http.GetFromJsonAsync<Payslip>($"https://payroll.example.com/employees/{employee}/payslips/{month}");
    }
}

namespace Fixed
{
    public sealed record Payslip(int Month, decimal Net);

    public interface ITokenSource
    {
        ValueTask<string> GetTokenAsync(string scope, string grantType, CancellationToken cancellationToken);
    }

    public class PayrollPlugin(HttpClient http, ITokenSource tokens)
    {
        private const string TokenScope = "payslips:read offline_access";
        private const string TokenGrant = "urn:ietf:params:oauth:grant-type:jwt-bearer";

        [KernelFunction, Description("Gets an employee's payslip of a month.")]
        public async Task<Payslip?> GetPayslipAsync(int employee, int month, CancellationToken cancellationToken = default)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://payroll.example.com/employees/{employee}/payslips/{month}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetTokenAsync(TokenScope, TokenGrant, cancellationToken));
            using var response = await http.SendAsync(request, cancellationToken);
            return await response.Content.ReadFromJsonAsync<Payslip>(cancellationToken);
        }
    }
}
