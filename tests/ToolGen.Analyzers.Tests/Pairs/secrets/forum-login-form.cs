// Posts an answer in a forum after signing in; the bot's password is a value of the login form.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class ForumPlugin : IDisposable
    {
        private readonly HttpClient http = new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri("https://forum.example.org/") };

        [KernelFunction("answer_thread"), Description("Posts an answer in a thread of the forum.")]
        public async Task<int> AnswerAsync(int thread, string text)
        {
            await this.SignInAsync();
            using var response = await this.http.PostAsync($"threads/{thread}", new FormUrlEncodedContent([new("text", text)]));
            return (int)response.StatusCode;
        }

        private async Task SignInAsync()
        {
            var fields = new List<KeyValuePair<string, string>>
            {
                new("user", "answer-bot"),
                new("pass", "KlausUndKarla+99"),
                new("remember", "1"),
            };
            using var response = await this.http.PostAsync("login", new FormUrlEncodedContent(fields));
            response.EnsureSuccessStatusCode();
        }

        public void Dispose() => this.http.Dispose();
    }
}

namespace Fixed
{
    public sealed class ForumPlugin(Func<string, Task<string>> readSecret) : IDisposable
    {
        private readonly HttpClient http = new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri("https://forum.example.org/") };

        [KernelFunction("answer_thread"), Description("Posts an answer in a thread of the forum.")]
        public async Task<int> AnswerAsync(int thread, string text)
        {
            await this.SignInAsync();
            using var response = await this.http.PostAsync($"threads/{thread}", new FormUrlEncodedContent([new("text", text)]));
            return (int)response.StatusCode;
        }

        private async Task SignInAsync()
        {
            var fields = new List<KeyValuePair<string, string>>
            {
                new("user", "answer-bot"),
                new("pass", await readSecret("forum-password")),
                new("pass_field_name", "pass"),
                new("keyboard", "de-latin1-nodeadkeys"),
            };
            using var response = await this.http.PostAsync("login", new FormUrlEncodedContent(fields));
            response.EnsureSuccessStatusCode();
        }

        public void Dispose() => this.http.Dispose();
    }
}
