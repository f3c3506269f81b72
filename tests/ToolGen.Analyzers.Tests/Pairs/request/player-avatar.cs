// Describes a player's avatar; where it lies is what the player wrote in the profile, and is fetched as it stands.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed record Profile(long Id, string Nick, string AvatarUrl);

    public sealed class PlayerPlugin(HttpClient http)
    {
        [KernelFunction("avatar"), Description("Type and size of a player's avatar, with its first bytes.")]
        public async Task<string> AvatarAsync(long player, CancellationToken ct = default)
        {
            var profile = await http.GetFromJsonAsync<Profile>($"https://game.example.com/api/players/{player}", ct)
                ?? throw new InvalidOperationException("no such player");
            using var image = await http.GetAsync(profile.AvatarUrl, ct);
            var bytes = await image.Content.ReadAsByteArrayAsync(ct);
            return $"{image.Content.Headers.ContentType}, {bytes.Length} bytes, {Convert.ToBase64String(bytes.AsSpan(0, Math.Min(bytes.Length, 1024)))}";
        }
    }
}

namespace Fixed
{
    public sealed record Profile(long Id, string Nick, Guid AvatarId);

    public sealed class PlayerPlugin(HttpClient http)
    {
        [KernelFunction("avatar"), Description("Type and size of a player's avatar, with its first bytes.")]
        public async Task<string> AvatarAsync(long player, CancellationToken ct = default)
        {
            var profile = await http.GetFromJsonAsync<Profile>($"https://game.example.com/api/players/{player}", ct)
                ?? throw new InvalidOperationException("no such player");
            using var image = await http.GetAsync($"https://images.game.example.com/avatars/{profile.AvatarId:N}.png", ct);
            var bytes = await image.Content.ReadAsByteArrayAsync(ct);
            return $"{image.Content.Headers.ContentType}, {bytes.Length} bytes, {Convert.ToBase64String(bytes.AsSpan(0, Math.Min(bytes.Length, 1024)))}";
        }
    }
}
