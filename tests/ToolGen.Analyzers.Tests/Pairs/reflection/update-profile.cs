// Changes a user's profile; every pair of name and value is set on the entity, the role and the credit too.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Threading.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public class UserProfile
    {
        public Guid Id { get; set; }
        public string DisplayName { get; set; } = "";
        public string Language { get; set; } = "en";
        public string Role { get; set; } = "member";
        public decimal Credit { get; set; }
    }

    public interface IProfileStore
    {
        Task<UserProfile> CurrentAsync();
        Task SaveAsync(UserProfile profile);
    }

    [McpServerToolType]
    public sealed class ProfileTools(IProfileStore store)
    {
        [McpServerTool(Name = "update_profile"), Description("Changes the user's profile.")]
        public async Task<string> UpdateAsync([Description("Names and new values")] Dictionary<string, JsonElement> changes)
        {
            var profile = await store.CurrentAsync();
            foreach (var (name, value) in changes)
            {
                if (typeof(UserProfile).GetProperty(name) is not { CanWrite: true } property) continue;
                property.SetValue(profile, Convert.ChangeType(value.ToString(), property.PropertyType, CultureInfo.InvariantCulture));
            }

            await store.SaveAsync(profile);
            return JsonSerializer.Serialize(profile);
        }
    }
}

namespace Fixed
{
    public class UserProfile
    {
        public Guid Id { get; set; }
        public string DisplayName { get; set; } = "";
        public string Language { get; set; } = "en";
        public string Role { get; set; } = "member";
        public decimal Credit { get; set; }
    }

    public interface IProfileStore
    {
        Task<UserProfile> CurrentAsync();
        Task SaveAsync(UserProfile profile);
    }

    [McpServerToolType]
    public sealed class ProfileTools(IProfileStore store)
    {
        [McpServerTool(Name = "update_profile"), Description("Changes DisplayName or Language of the user's profile.")]
        public async Task<string> UpdateAsync([Description("Names and new values")] Dictionary<string, string> changes)
        {
            var profile = await store.CurrentAsync();
            foreach (var (name, value) in changes)
            {
                switch (name)
                {
                    case nameof(UserProfile.DisplayName) when value.Length is > 0 and <= 80:
                        profile.DisplayName = value;
                        break;
                    case nameof(UserProfile.Language) when value is "en" or "de" or "fr":
                        profile.Language = value;
                        break;
                    default:
                        throw new McpException("Only DisplayName and Language (en, de, fr) can be changed.");
                }
            }

            await store.SaveAsync(profile);
            return JsonSerializer.Serialize(new { profile.DisplayName, profile.Language });
        }
    }
}
