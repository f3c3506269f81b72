// Reads a setting of a device out of its JSON document; the path is pasted into json_extract.
using System.ComponentModel;
using System.Threading.Tasks;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class DevicePlugin
    {
        private readonly string connectionString;

        public DevicePlugin(string connectionString) => this.connectionString = connectionString;

        [KernelFunction("read_setting"), Description("Reads a setting of a device, such as network.dns.")]
        public async Task<string?> ReadSettingAsync(int deviceId, string path)
        {
            await using var connection = new SqliteConnection(this.connectionString);
            var jsonPath = path.StartsWith('$') ? path : "$." + path;
            return await connection.ExecuteScalarAsync<string?>(
                $"SELECT json_extract(settings, '{jsonPath}') FROM devices WHERE id = @deviceId",
                new { deviceId });
        }
    }
}

namespace Fixed
{
    public sealed class DevicePlugin
    {
        private readonly string connectionString;

        public DevicePlugin(string connectionString) => this.connectionString = connectionString;

        [KernelFunction("read_setting"), Description("Reads a setting of a device, such as network.dns.")]
        public async Task<string?> ReadSettingAsync(int deviceId, string path)
        {
            await using var connection = new SqliteConnection(this.connectionString);
            var jsonPath = path.StartsWith('$') ? path : "$." + path;
            return await connection.ExecuteScalarAsync<string?>(
                "SELECT json_extract(settings, @jsonPath) FROM devices WHERE id = @deviceId",
                new { deviceId, jsonPath });
        }
    }
}
