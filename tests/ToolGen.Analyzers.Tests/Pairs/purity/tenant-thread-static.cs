// Reads a tenant's settings; the tenant lies in a thread-static field that survives on pooled threads.
using System;
using System.ComponentModel;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public interface ISettings { Task<string?> GetAsync(Guid tenant, string name); }

    public static class Current
    {
        [ThreadStatic]
        private static Guid? tenant;

        public static Guid Tenant => tenant ?? throw new InvalidOperationException("No tenant is chosen.");
        public static void Use(Guid id) => tenant = id;
    }

    [McpServerToolType]
    public sealed class SettingTools(ISettings settings)
    {
        [McpServerTool(Name = "use_tenant"), Description("Chooses the tenant of the calls that follow.")]
        public string Use(Guid tenant)
        {
            Current.Use(tenant);
            return "chosen";
        }

        [McpServerTool(Name = "get_setting", ReadOnly = true), Description("A setting of the chosen tenant.")]
        public async Task<string?> GetAsync(string name) => await settings.GetAsync(Current.Tenant, name);
    }
}

namespace Fixed
{
    public interface ISettings { Task<string?> GetAsync(Guid tenant, string name); }
    public interface IPrincipal { bool IsIn(Guid tenant); }

    [McpServerToolType]
    public sealed class SettingTools(ISettings settings, IPrincipal caller)
    {
        [McpServerTool(Name = "get_setting", ReadOnly = true), Description("A setting of a tenant.")]
        public async Task<string?> GetAsync(Guid tenant, string name)
        {
            if (!caller.IsIn(tenant)) throw new UnauthorizedAccessException("This tenant is another's.");
            return await settings.GetAsync(tenant, name);
        }
    }
}
