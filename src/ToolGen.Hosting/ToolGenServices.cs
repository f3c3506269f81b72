using System;
using System.Linq;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ToolGen.Effects;
using ToolGen.Hosting.Health;

namespace ToolGen.Hosting;

/// <summary>ToolGen in an application with dependency injection.</summary>
public static class ToolGenServices
{
    /// <summary>
    /// Adds an <see cref="IToolHost"/> with the grants of the configuration section <c>ToolGen</c> and the options of the section <c>ToolHost</c>; whatever of
    /// <see cref="IToolPolicy"/>, <see cref="IToolApproval"/>, <see cref="IToolPlace"/>, <see cref="ICallRecorder"/> is registered stands in for its own.
    /// </summary>
    /// <param name="services">The application's.</param>
    /// <param name="configuration">Its configuration.</param>
    /// <param name="folder">What relative paths of grants count from; null: the current folder.</param>
    /// <returns>Takes the catalogs.</returns>
    /// <exception cref="InvalidOperationException">Grants or options are wrong: nothing runs with ones that say something else than was meant.</exception>
    public static ToolGenBuilder AddToolGen(this IServiceCollection services, IConfiguration configuration, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var grants = GrantsSection.Read(configuration, folder ?? Environment.CurrentDirectory).Require();
        var options = ToolHostSection.Read(configuration);
        var builder = new ToolGenBuilder(services);
        services.TryAddSingleton(grants);
        services.TryAddSingleton(options);
        services.TryAddSingleton(provider => Host(provider, builder));
        services.TryAddSingleton<IToolHost>(provider => provider.GetRequiredService<ToolHost>());
        return builder;
    }

    /// <summary>Adds checks of the host: that it can record, and that what its tools need is granted.</summary>
    public static IHealthChecksBuilder AddToolGen(this IHealthChecksBuilder health)
    {
        ArgumentNullException.ThrowIfNull(health);
        return health.AddCheck<RecordingCheck>("toolgen-records").AddCheck<GrantsCheck>("toolgen-grants");
    }

    private static ToolHost Host(IServiceProvider provider, ToolGenBuilder builder)
    {
        var host = new ToolHost(provider.GetRequiredService<Grants>(), provider.GetRequiredService<ToolHostOptions>(), new ToolHostParts
        {
            Policy = provider.GetService<IToolPolicy>(),
            Approval = provider.GetService<IToolApproval>(),
            Places = [.. provider.GetServices<IToolPlace>()],
            Recorder = provider.GetService<ICallRecorder>(),
            Effects = (provider.GetService<ToolEffectsOptions>() ?? new()) with { Services = provider },
            Log = builder.Log?.Invoke(provider),
        });
        foreach (var catalog in builder.Catalogs) host.Add(catalog);
        return host;
    }
}
